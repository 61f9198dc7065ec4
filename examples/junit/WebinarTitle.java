import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** Any code of yours that calls WeCom and takes its address from outside. */
record WebinarTitle(String url, String corpId, String corpSecret) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  String find(String meetingid) throws IOException, InterruptedException {
    var query = "?corpid=" + corpId + "&corpsecret=" + corpSecret;
    var token = field("access_token", send(request("/cgi-bin/gettoken" + query)));
    var body = BodyPublishers.ofString("{\"meetingid\":\"" + meetingid + "\"}");
    var path = "/cgi-bin/meeting/webinar/get?access_token=" + token;
    return field("title", send(request(path).POST(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString()).body();
  }

  /** The JDK has no JSON; your code has Jackson or Gson in this place. */
  private static String field(String name, String json) {
    var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    if (!found.find()) throw new IllegalStateException("WeCom says " + json);
    return found.group(1);
  }
}
