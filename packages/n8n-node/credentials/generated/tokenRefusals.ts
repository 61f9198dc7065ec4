// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.
import type { TokenRefusal } from '../rejectedTokenRules.ts'

export const tokenRefusals: TokenRefusal[] = [
  {
    "errcode": -1,
    "meaning": "WeCom is busy.",
    "fix": "Try again shortly."
  },
  {
    "errcode": 40001,
    "meaning": "The secret is wrong, belongs to another corp, or its app is disabled.",
    "fix": "Copy the app's secret again from the admin console."
  },
  {
    "errcode": 40013,
    "meaning": "The corp ID does not exist.",
    "fix": "Copy the corp ID again from the admin console."
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
    "fix": "Wait for a minute; after wrong secrets, for an hour."
  },
  {
    "errcode": 50003,
    "meaning": "The app is disabled.",
    "fix": "Enable the app in the admin console."
  },
  {
    "errcode": 60020,
    "meaning": "The caller's address is not among the app's trusted IPs.",
    "fix": "Add the public IP address of this n8n server to the app's trusted IPs (\"企业可信IP\") in the admin console, and wait a minute."
  }
]
