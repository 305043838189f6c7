package dev.deckmill.api.web.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.service.testing.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class OverloadTest {
  @Inject AgroalDataSource requests;

  @Test
  void refusesWhatItHasNoConnectionForAndKeepsNothingOfIt() throws SQLException {
    String title = "overload-" + System.nanoTime();
    List<Connection> all = new ArrayList<>();
    try {
      int most = requests.getConfiguration().connectionPoolConfiguration().maxSize();
      while (all.size() < most) {
        all.add(requests.getConnection());
      }
      Response answer = Client.pages(1).multiPart("title", title).post("/v1/jobs");

      answer
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .body("code", equalTo("OVERLOADED"))
          .body("retryable", equalTo(true));
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    } finally {
      for (Connection one : all) {
        one.close();
      }
    }
    assertThat(
            Rows.number(
                "select count(*) from api.job where title = :title", Map.of("title", title)))
        .isZero();
    Client.job(Client.submitted(1, Map.of("title", title))).then().statusCode(200);
  }
}
