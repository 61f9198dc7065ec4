import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every test has a corp of its own on a mock that is running: npx wecom-meeting-mock */
class WebinarTitleTest {
  private static final String URL =
      System.getenv().getOrDefault("WECOM_BASE_URL", "http://127.0.0.1:4010");

  private final String corpId = "ww-" + UUID.randomUUID();
  private final WebinarTitle titles = new WebinarTitle(URL, corpId, "any");

  @BeforeEach
  void addCorp() throws Exception {
    control("addCorp", "{\"corpId\":\"" + corpId + "\",\"corpSecret\":\"any\"}");
  }

  @AfterEach
  void removeCorp() throws Exception {
    control("removeCorp", "{\"corpId\":\"" + corpId + "\"}");
  }

  @Test
  void findsTheTitle() throws Exception {
    control("addWebinar?corpId=" + corpId, "{\"meetingid\":\"launch\",\"title\":\"秋季发布会\"}");
    assertEquals("秋季发布会", titles.find("launch"));
  }

  @Test
  void saysWhatWeComSays() throws Exception {
    control("fault?corpId=" + corpId, "{\"operation\":\"getWebinar\",\"errcode\":60020}");
    var error = assertThrows(IllegalStateException.class, () -> titles.find("launch"));
    assertTrue(error.getMessage().contains("60020"), error.getMessage());
    control("verify?corpId=" + corpId, "{\"operation\":\"getWebinar\",\"errcode\":60020}");
  }

  /** Any control of the mock's; it says in one sentence what it refuses. */
  private static void control(String name, String json) throws Exception {
    var address = URI.create(URL + "/__mock/" + name);
    var request = HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(json)).build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertTrue(response.statusCode() < 300, response.body());
  }
}
