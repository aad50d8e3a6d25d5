package io.kaagent.springboot;

import java.util.Collections;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestTemplate;

/** Asks as it is told, and answers what it was told. */
@RestController
public class AskController {
    private final RestTemplate template;

    public AskController(RestTemplate template) {
        this.template = template;
    }

    @GetMapping("/ask")
    public String ask(@RequestParam("how") String how, @RequestParam("url") String url) {
        try {
            return answer(how, url);
        } catch (HttpStatusCodeException e) {
            return e.getStatusCode() + " " + e.getResponseBodyAsString();
        }
    }

    private String answer(String how, String url) {
        switch (how) {
            case "get":
                return template.getForObject(url, String.class);
            case "post":
                return template.postForObject(url, Collections.singletonMap("asked", how), String.class);
            case "put":
                template.put(url, Collections.singletonList(how));
                return how;
            case "delete":
                template.delete(url);
                return how;
            case "head":
                return template.headForHeaders(url).getFirst("X-Id");
            case "unread":
                return template.execute(url, HttpMethod.GET, null, response -> response.getStatusText());
            default:
                throw new IllegalArgumentException(how);
        }
    }
}
