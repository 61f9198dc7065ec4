import pytest
from webinar_title import WeComRefusal, webinar_title


def test_finds_the_title(corp):
    corp.control("addWebinar", meetingid="launch", title="秋季发布会")
    assert webinar_title("launch", **corp.account) == "秋季发布会"


def test_says_what_wecom_says(corp):
    corp.control("fault", operation="getWebinar", errcode=60020)
    with pytest.raises(WeComRefusal, match="WeCom says 60020: "):
        webinar_title("launch", **corp.account)
    corp.control("verify", operation="getWebinar", errcode=60020, times=1)
