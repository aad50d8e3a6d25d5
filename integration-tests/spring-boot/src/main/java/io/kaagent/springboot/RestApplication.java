package io.kaagent.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestTemplate;

/** A service that asks other services, as very many are written; knows nothing of the agent. */
@SpringBootApplication
public class RestApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(RestApplication.class, arguments);
    }

    /** As it comes: on the JDK's HttpURLConnection. */
    @Bean
    public RestTemplate template() {
        return new RestTemplate();
    }
}
