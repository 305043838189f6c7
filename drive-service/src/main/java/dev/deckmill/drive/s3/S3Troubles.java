package dev.deckmill.drive.s3;

import static dev.deckmill.contracts.ErrorType.DRIVE_AUTH;
import static dev.deckmill.contracts.ErrorType.DRIVE_FOLDER;
import static dev.deckmill.contracts.ErrorType.DRIVE_UNAVAILABLE;

import dev.deckmill.drive.delivery.DeliveryException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the server's errors mean to us, with how to mend them, known by status and code alone. */
final class S3Troubles {
  private static final Set<String> PASSING =
      Set.of("BadDigest", "RequestTimeout", "SlowDown", "NoSuchUpload", "OperationAborted");

  private S3Troubles() {}

  static DeliveryException of(SdkException e) {
    return e instanceof S3Exception refused
        ? refused(refused)
        : DeliveryException.passing(
            DRIVE_UNAVAILABLE,
            "The S3 server could not be reached or broke off ("
                + e.getClass().getSimpleName()
                + "); check the network and deckmill.drive.s3.endpoint",
            Optional.empty());
  }

  private static DeliveryException refused(S3Exception e) {
    int status = e.statusCode();
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    String word = code != null && code.matches("[A-Za-z]{1,64}") ? code : "";
    String said = " (status " + status + (word.isEmpty() ? "" : ", " + word) + ")";
    if (status == 429 || status >= 500 || PASSING.contains(word)) {
      return DeliveryException.passing(
          DRIVE_UNAVAILABLE, "The S3 server is busy or out of order" + said, Optional.empty());
    }
    if (status == 404) {
      return DeliveryException.lasting(
          DRIVE_FOLDER, "The bucket is not there" + said + "; check deckmill.drive.s3.bucket");
    }
    if (status == 401 || status == 403) {
      return DeliveryException.lasting(
          DRIVE_AUTH,
          "The S3 server does not let us write"
              + said
              + "; check deckmill.drive.s3.credentials-file, that it may PutObject, GetObject,"
              + " ListBucketMultipartUploads and AbortMultipartUpload in the bucket, and that the"
              + " clock is right");
    }
    return DeliveryException.lasting(
        DRIVE_UNAVAILABLE, "The S3 server does not take the request" + said);
  }
}
