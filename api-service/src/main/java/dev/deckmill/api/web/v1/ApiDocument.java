package dev.deckmill.api.web.v1;

import dev.deckmill.api.intake.form.Bodies;
import dev.deckmill.api.web.problem.Problem;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What the OpenAPI document says of the API as a whole. */
@OpenAPIDefinition(
    info = @Info(title = "Deckmill", version = "1"),
    security = @SecurityRequirement(name = "apiKey"),
    components =
        @Components(
            schemas = @Schema(name = "Problem", implementation = Problem.class),
            requestBodies =
                @RequestBody(
                    name = ApiDocument.SUBMISSION,
                    description = "Pages and options; with a ZIP file the options are in the query",
                    required = true,
                    content = {
                      @Content(
                          mediaType = MediaType.MULTIPART_FORM_DATA,
                          schema = @Schema(implementation = SubmissionForm.class)),
                      @Content(
                          mediaType = MediaType.APPLICATION_JSON,
                          schema = @Schema(implementation = SubmissionJson.class)),
                      @Content(
                          mediaType = Bodies.ZIP,
                          schema = @Schema(type = SchemaType.STRING, format = "binary"))
                    })))
@SecurityScheme(
    securitySchemeName = "apiKey",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "An API key; the tenant comes from it alone")
public final class ApiDocument extends Application {
  /** The component that describes the body of every address that takes a submission. */
  static final String SUBMISSION = "Submission";
}
