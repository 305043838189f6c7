package dev.deckmill.api.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class TenantIsolationTest {
  private static final String OTHER_KEY = "other-key-other-key-other-key-other";

  @BeforeEach
  void addOtherTenant() {
    ApiKeys.add("other", OTHER_KEY);
  }

  @Test
  void showsNobodyAnothersJob() {
    String id = Client.submitted(1, Map.of());
    for (String path : List.of("", "/pages", "/result")) {
      Response foreign = asOther("/v1/jobs/" + id + path);
      Response unknown = asOther("/v1/jobs/01unknown" + path);
      foreign.then().statusCode(404);
      assertThat(foreign.jsonPath().getString("detail"))
          .isEqualTo(unknown.jsonPath().getString("detail"));
    }
    Client.job(id).then().statusCode(200);
  }

  private static Response asOther(String path) {
    return given().header("Authorization", "Bearer " + OTHER_KEY).get(path);
  }

  @Test
  void showsTheAppRoleNothingWithoutATenant() {
    Client.submitted(1, Map.of());
    try (Handle app = Rows.as(Role.APP)) {
      for (String table : List.of("job", "page", "stage_row", "api_key")) {
        assertThat(count(app, table)).as(table).isZero();
      }
    }
  }

  @Test
  void showsTheAppRoleOneTenantAtATime() {
    Client.submitted(1, Map.of());
    given()
        .header("Authorization", "Bearer " + OTHER_KEY)
        .multiPart("pages", "p.svg", Client.svg(1), "image/svg+xml")
        .post("/v1/jobs")
        .then()
        .statusCode(202);
    try (Handle app = Rows.as(Role.APP)) {
      for (String tenant : List.of("acme", "other")) {
        app.useTransaction(
            tx -> {
              become(tx, tenant);
              for (String table : List.of("job", "page", "api_key")) {
                assertThat(
                        tx.createQuery("select distinct tenant from api." + table)
                            .mapTo(String.class)
                            .list())
                    .as(table)
                    .containsExactly(tenant);
              }
            });
        assertThat(count(app, "job")).as("after the transaction of %s", tenant).isZero();
      }
    }
  }

  @Test
  void letsTheAppRoleWriteForNobodyElse() {
    try (Handle app = Rows.as(Role.APP)) {
      assertThatThrownBy(
              () ->
                  app.useTransaction(
                      tx -> {
                        become(tx, "other");
                        tx.execute(
                            """
                            insert into api.audit (tenant, actor, action, object, result)
                            values ('acme', 'a', 'b', 'c', 'd')
                            """);
                      }))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void letsNobodyChangeWhatWasAudited() {
    for (Role role : List.of(Role.APP, Role.WORKER)) {
      try (Handle handle = Rows.as(role)) {
        for (String sql : List.of("delete from api.audit", "update api.audit set actor = 'x'")) {
          assertThatThrownBy(() -> handle.execute(sql)).hasMessageContaining("permission denied");
        }
      }
    }
  }

  @Test
  void bindsTheOwnerToTheRulesToo() {
    Client.submitted(1, Map.of());
    try (Handle owner = Rows.as(Role.OWNER)) {
      assertThat(count(owner, "job")).isZero();
    }
  }

  @Test
  void hasATenantAndItsRuleInEveryTable() {
    try (Handle worker = Rows.as(Role.WORKER)) {
      List<String> without =
          worker
              .createQuery(
                  """
                  select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where n.nspname = 'api' and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
                     and not (c.relrowsecurity and c.relforcerowsecurity
                              and (c.relname in ('span_origin', 'span_operation', 'trace_bounds')  -- about our services
                                   or exists (select from pg_attribute a
                                               where a.attrelid = c.oid and a.attname = 'tenant')))
                  """)
              .mapTo(String.class)
              .list();
      assertThat(without).isEmpty();
    }
  }

  private static void become(Handle handle, String tenant) {
    handle
        .createQuery("select set_config('deckmill.tenant', :tenant, true)")
        .bind("tenant", tenant)
        .mapTo(String.class)
        .one();
  }

  private static long count(Handle handle, String table) {
    return handle.createQuery("select count(*) from api." + table).mapTo(Long.class).one();
  }
}
