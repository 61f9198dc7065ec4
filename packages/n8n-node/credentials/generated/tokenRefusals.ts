// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.
import type { TokenRefusal } from '../rejectedTokenRules.ts'

export const tokenRefusals: TokenRefusal[] = [
  {
    "errcode": -1,
    "meaning": "WeCom is busy.",
    "fix": "Try again shortly, at most three times."
  },
  {
    "errcode": 40001,
    "meaning": "The secret is wrong, belongs to another corp, or its app is disabled.",
    "fix": "Copy the app's secret again from the admin console and check that it belongs to this corp ID; do not retry with the same secret."
  },
  {
    "errcode": 40013,
    "meaning": "The corp ID does not exist.",
    "fix": "Copy the corp ID again from the admin console, \"My Company\"."
  },
  {
    "errcode": 40058,
    "meaning": "A parameter is invalid: broken JSON, too long, too many, the wrong type, or GET where POST is needed.",
    "fix": "Correct the parameter that the message names."
  },
  {
    "errcode": 41002,
    "meaning": "The call carried no corp ID.",
    "fix": "Send the corp ID as `corpid` in the query string."
  },
  {
    "errcode": 41004,
    "meaning": "The call carried no secret.",
    "fix": "Send the app's secret as `corpsecret` in the query string."
  },
  {
    "errcode": 45009,
    "meaning": "Too many calls, or the address is blocked for an hour after several wrong secrets.",
    "fix": "Wait for a minute, then call less often; after wrong secrets, wait for an hour."
  },
  {
    "errcode": 50003,
    "meaning": "The app is disabled.",
    "fix": "Enable the app in the admin console."
  },
  {
    "errcode": 60020,
    "meaning": "The caller's address is not among the app's trusted IPs.",
    "fix": "Add the public IP address of this n8n server to the app's trusted IPs: admin console, App Management, the app, \"企业可信IP\"; it takes about a minute to work."
  }
]
