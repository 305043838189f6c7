package dev.deckmill.api.web.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.otlp.OtlpJson;
import dev.deckmill.tracestore.span.TracedSpan;
import dev.deckmill.tracestore.store.SpansOfJob;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A job's spans, for other people's tools. */
@Path("/v1/jobs/{id}/trace.otlp.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "traces")
final class OtlpExportResource {
  private static final JsonFactory JSON =
      new JsonFactory()
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);

  private final AppDatabase database;
  private final JobReader jobs;
  private final SpansOfJob spans;

  OtlpExportResource(AppDatabase database, JobReader jobs, SpansOfJob spans) {
    this.database = database;
    this.jobs = jobs;
    this.spans = spans;
  }

  @GET
  @Operation(
      summary = "A job's spans as OTLP",
      description =
          "TracesData in OTLP's JSON. Spans of the same trace that are not the job's are not in it.")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public Response export(@PathParam("id") String id, @Context SecurityContext security) {
    String tenant = Caller.of(security).tenant();
    if (database.as(tenant, tx -> jobs.find(tx, tenant, id)).isEmpty()) {
      throw Refusal.unknownJob();
    }
    StreamingOutput body = out -> export(tenant, id, out);
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trace.otlp.json\"")
        .build();
  }

  /** By way of a file: a client reads as slowly as it likes, and keeps no transaction open. */
  private void export(String tenant, String id, OutputStream out) throws IOException {
    java.nio.file.Path file = Files.createTempFile("deckmill-", ".otlp.json");
    try (SeekableByteChannel spool =
        Files.newByteChannel(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      OutputStream document = new BufferedOutputStream(Channels.newOutputStream(spool));
      database.as(tenant, tx -> write(tx, tenant, id, document));
      document.flush();
      spool.position(0);
      Channels.newInputStream(spool).transferTo(out);
    }
  }

  private boolean write(Tx tx, String tenant, String id, OutputStream out) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      OtlpJson otlp = new OtlpJson(json);
      spans.read(tx, tenant, id, span -> write(otlp, span));
      otlp.end();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("the spans of job " + id + " can't be written down", e);
    }
  }

  private static void write(OtlpJson otlp, TracedSpan span) {
    try {
      otlp.write(span);
    } catch (IOException e) {
      throw new UncheckedIOException("a span can't be written down", e);
    }
  }
}
