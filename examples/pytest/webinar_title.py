"""Any code of yours that calls WeCom and takes its address from outside."""

import json
from urllib.parse import urlencode
from urllib.request import urlopen


class WeComRefusal(Exception):
    pass


def webinar_title(meetingid, url, corp_id, corp_secret):
    query = urlencode({"corpid": corp_id, "corpsecret": corp_secret})
    token = _call(f"{url}/cgi-bin/gettoken?{query}")["access_token"]
    query = urlencode({"access_token": token})
    body = json.dumps({"meetingid": meetingid}).encode()
    return _call(f"{url}/cgi-bin/meeting/webinar/get?{query}", body)["title"]


def _call(address, body=None):
    with urlopen(address, body) as response:
        fields = json.load(response)
    if fields.get("errcode", 0) != 0:
        raise WeComRefusal(f"WeCom says {fields['errcode']}: {fields['errmsg']}")
    return fields
