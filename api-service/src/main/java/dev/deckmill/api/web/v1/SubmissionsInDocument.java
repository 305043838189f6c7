package dev.deckmill.api.web.v1;

import dev.deckmill.api.intake.form.Bodies;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * Describes the body of a submission in the OpenAPI document, for every operation that takes one:
 * those are the ones that take ZIP files.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class SubmissionsInDocument implements OASFilter {
  @Override
  public RequestBody filterRequestBody(RequestBody body) {
    Content content = body.getContent();
    if (content == null || !content.hasMediaType(Bodies.ZIP)) {
      return body;
    }
    return OASFactory.createRequestBody()
        .required(true)
        .content(
            OASFactory.createContent()
                .addMediaType(MediaType.MULTIPART_FORM_DATA, of(ref("Submission")))
                .addMediaType(MediaType.APPLICATION_JSON, of(ref("SubmissionJson")))
                .addMediaType(
                    Bodies.ZIP,
                    of(
                        OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .format("binary"))));
  }

  private static Schema ref(String name) {
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }

  private static org.eclipse.microprofile.openapi.models.media.MediaType of(Schema schema) {
    return OASFactory.createMediaType().schema(schema);
  }
}
