package dev.deckmill.drive.s3;

import dev.deckmill.drive.config.DriveConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The way to the bucket as it is set up. */
final class S3Access {
  private S3Access() {}

  /**
   * Opens the way; calls nobody yet.
   *
   * @throws IllegalStateException if the settings can't work, with how to mend them
   */
  static S3Client open(DriveConfig.S3 config, DriveConfig.Timeouts timeouts) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(config.region()))
            .forcePathStyle(config.pathStyle())
            .credentialsProvider(credentials(config))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(timeouts.connect())
                    .socketTimeout(timeouts.read()))
            // How often something is tried is decided in one place, and not there.
            .overrideConfiguration(
                ClientOverrideConfiguration.builder().retryStrategy(r -> r.maxAttempts(1)).build())
            // Each part brings its MD5, which every server checks; many know no newer checksums.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    config.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private static ProfileCredentialsProvider credentials(DriveConfig.S3 config) {
    Path file =
        config
            .credentialsFile()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "deckmill.drive.s3.bucket is set, but deckmill.drive.s3.credentials-file does"
                            + " not say where its credentials are"));
    if (!Files.isReadable(file)) {
      throw new IllegalStateException(
          "deckmill.drive.s3.credentials-file can't be read: "
              + file
              + "; it has to be a file as the aws command line has it, with a profile default");
    }
    ProfileCredentialsProvider provider =
        ProfileCredentialsProvider.builder()
            .profileFile(
                ProfileFile.builder().content(file).type(ProfileFile.Type.CREDENTIALS).build())
            .profileName("default")
            .build();
    try {
      provider.resolveCredentials();
    } catch (RuntimeException e) {
      // What is in the file is a secret, so the parser's message is left out.
      throw new IllegalStateException(
          "deckmill.drive.s3.credentials-file holds no profile default with aws_access_key_id and"
              + " aws_secret_access_key: "
              + file);
    }
    return provider;
  }
}
