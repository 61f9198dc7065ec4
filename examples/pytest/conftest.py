"""Gives every test a corp of its own on a mock that is running: npx wecom-meeting-mock"""

import json
import os
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

URL = os.environ.get("WECOM_BASE_URL", "http://127.0.0.1:4010")


def control(name, **body):
    """Any control of the mock's."""
    try:
        with urlopen(f"{URL}/__mock/{name}", json.dumps(body).encode()) as response:
            return json.loads(response.read() or "null")
    except HTTPError as refused:
        raise AssertionError(json.load(refused)["error"]) from None


class Corp:
    def __init__(self):
        added = control("addCorp")
        self.corp_id = added["corpId"]
        # What the code under test takes.
        self.account = {"url": URL, "corp_id": self.corp_id, "corp_secret": added["corpSecret"]}

    def control(self, name, **body):
        """Any control of the mock's, for this corp only."""
        return control(f"{name}?corpId={self.corp_id}", **body)


@pytest.fixture
def corp():
    corp = Corp()
    yield corp
    control("removeCorp", corpId=corp.corp_id)
