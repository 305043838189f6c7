package dev.deckmill.drive.s3;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.drive.delivery.DeckUnreadableException;
import dev.deckmill.drive.delivery.DeliveryWatch;
import dev.deckmill.service.blob.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A deck under one key: there whole or not at all, with its SHA-256 among its metadata. */
final class DeckObject {
  private static final Logger LOG = Logger.getLogger(DeckObject.class);
  private static final String PPTX =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  private static final String SHA256 = "deckmill-sha256";
  private static final String JOB = "deckmill-job";

  private final S3Client s3;
  private final String bucket;
  private final String key;
  private final BlobRef deck;
  private final Map<String, String> metadata;

  DeckObject(S3Client s3, String bucket, String key, String jobId, BlobRef deck) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
    this.deck = deck;
    this.metadata = Map.of(SHA256, deck.sha256(), JOB, jobId);
  }

  /** Whether all of it is there. */
  boolean there() {
    try {
      HeadObjectResponse head = s3.headObject(ask -> ask.bucket(bucket).key(key));
      return head.contentLength() == deck.length()
          && deck.sha256().equals(head.metadata().get(SHA256));
    } catch (NoSuchKeyException notYet) {
      return false;
    } catch (S3Exception e) {
      // An answer without a body, as HEAD has it, has the status alone.
      if (e.statusCode() == 404) {
        return false;
      }
      throw e;
    }
  }

  /** Sends all of it and gives the number of requests that carried bytes. */
  int send(BlobStore blobs, int partBytes, DeliveryWatch watch) throws IOException {
    try (InputStream in = opened(blobs)) {
      if (deck.length() <= partBytes) {
        putWhole(read(in, (int) deck.length()));
        watch.progressed(deck.length(), deck.length());
        return 1;
      }
      return sendParts(in, partBytes, watch);
    }
  }

  private void putWhole(byte[] bytes) {
    s3.putObject(
        put ->
            put.bucket(bucket).key(key).contentType(PPTX).contentMD5(md5(bytes)).metadata(metadata),
        RequestBody.fromBytes(bytes));
  }

  private int sendParts(InputStream in, int partBytes, DeliveryWatch watch) throws IOException {
    abortUploads();
    String upload =
        s3.createMultipartUpload(
                create -> create.bucket(bucket).key(key).contentType(PPTX).metadata(metadata))
            .uploadId();
    List<CompletedPart> parts = new ArrayList<>();
    long sent = 0;
    while (sent < deck.length()) {
      byte[] bytes = read(in, (int) Math.min(partBytes, deck.length() - sent));
      int number = parts.size() + 1;
      String tag =
          s3.uploadPart(
                  part ->
                      part.bucket(bucket)
                          .key(key)
                          .uploadId(upload)
                          .partNumber(number)
                          .contentMD5(md5(bytes)),
                  RequestBody.fromBytes(bytes))
              .eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
      sent += bytes.length;
      watch.progressed(sent, deck.length());
    }
    s3.completeMultipartUpload(
        complete ->
            complete
                .bucket(bucket)
                .key(key)
                .uploadId(upload)
                .multipartUpload(CompletedMultipartUpload.builder().parts(parts).build()));
    return parts.size();
  }

  /**
   * Removes the parts of this try and of earlier ones of killed processes: nobody sees them, and
   * they cost money. To be called while nobody else delivers the job's deck. That it does not work
   * is logged only, because why the try failed says more; the next one removes them first.
   */
  void abandon() {
    try {
      abortUploads();
    } catch (SdkException e) {
      LOG.warnf(
          "Unfinished multipart uploads may be left in the bucket. %s", S3Troubles.of(e).trouble());
    }
  }

  private void abortUploads() {
    List<MultipartUpload> left =
        s3.listMultipartUploads(list -> list.bucket(bucket).prefix(key)).uploads();
    for (MultipartUpload upload : left) {
      if (upload.key().equals(key)) {
        s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload.uploadId()));
      }
    }
  }

  private InputStream opened(BlobStore blobs) throws DeckUnreadableException {
    try {
      return blobs.open(deck);
    } catch (IOException e) {
      throw new DeckUnreadableException(e);
    }
  }

  private static byte[] read(InputStream in, int length) throws DeckUnreadableException {
    try {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new IOException("The stored deck is shorter than its reference says");
      }
      return bytes;
    } catch (IOException e) {
      throw new DeckUnreadableException(e);
    }
  }

  private static String md5(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }
}
