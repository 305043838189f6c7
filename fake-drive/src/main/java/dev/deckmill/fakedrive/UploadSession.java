package dev.deckmill.fakedrive;

import dev.deckmill.fakedrive.fault.Fault;
import dev.deckmill.fakedrive.file.Metadata;
import dev.deckmill.fakedrive.file.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/** A resumable upload on its way: bytes gather from 0 on without a gap. */
final class UploadSession {
  /** Drive takes chunks in multiples of this, except for the last one. */
  static final int GRAIN = 256 * 1024;

  /** What becomes of the bytes once they are all there. */
  sealed interface Purpose {
    record NewFile(Metadata metadata) implements Purpose {}

    record NewContent(String fileId, Metadata changes) implements Purpose {}
  }

  final ReentrantLock turn = new ReentrantLock();
  private final Purpose purpose;
  private final DriveScope scope;
  private final FieldMask fields;
  private final Path part;
  private final MessageDigest md5;
  private final boolean keepForever;
  private OptionalLong total;
  private long received;
  private Optional<String> fileId = Optional.empty();

  UploadSession(
      Purpose purpose,
      DriveScope scope,
      FieldMask fields,
      Path part,
      boolean keepForever,
      OptionalLong total) {
    this.purpose = purpose;
    this.scope = scope;
    this.fields = fields;
    this.part = part;
    this.keepForever = keepForever;
    this.total = total;
    try {
      this.md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }

  Purpose purpose() {
    return purpose;
  }

  DriveScope scope() {
    return scope;
  }

  FieldMask fields() {
    return fields;
  }

  long received() {
    return received;
  }

  boolean whole() {
    return total.isPresent() && received == total.getAsLong();
  }

  /** The file that came of it. */
  Optional<String> fileId() {
    return fileId;
  }

  void became(String id) {
    fileId = Optional.of(id);
  }

  DriveFiles.Gathered gathered() throws IOException {
    if (!Files.exists(part)) {
      Files.createFile(part);
    }
    return new DriveFiles.Gathered(
        part, received, HexFormat.of().formatHex(md5.digest()), keepForever);
  }

  /** Checks a chunk's place against what is there already, and learns the whole length. */
  void check(ContentRange.Span span) {
    if (span.first() > received) {
      throw Refusal.badRequest(
          "Invalid request. The chunk begins at byte "
              + span.first()
              + ", but only "
              + received
              + " bytes were uploaded before it.");
    }
    learn(span.total());
    boolean last = total.isPresent() && span.last() + 1 == total.getAsLong();
    if (!last && span.length() % GRAIN != 0) {
      throw Refusal.badRequest(
          "Invalid request. A chunk of "
              + span.length()
              + " bytes is not a multiple of 262144 and not the last one.");
    }
  }

  /** The whole length, once given, can't change. */
  void learn(OptionalLong given) {
    if (given.isPresent() && total.isPresent() && given.getAsLong() != total.getAsLong()) {
      throw Refusal.badRequest(
          "Invalid request. The upload's length was given differently before.");
    }
    if (given.isPresent()) {
      total = given;
    }
  }

  /** Takes a chunk's bytes; what an earlier chunk brought already is skipped. */
  void take(ContentRange.Span span, InputStream bytes, Optional<Fault> fault) throws IOException {
    bytes.skipNBytes(received - span.first());
    long room = span.last() + 1 - received;
    long kept = kept(room, fault);
    try (OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      boolean damage = fault.filter(Fault.Damage.class::isInstance).isPresent();
      while (kept > 0) {
        byte[] block = bytes.readNBytes((int) Math.min(kept, GRAIN));
        if (block.length < Math.min(kept, GRAIN)) {
          throw new java.io.EOFException("The chunk ended early");
        }
        if (damage) {
          block[0] ^= 1;
          damage = false;
        }
        out.write(block);
        md5.update(block);
        received += block.length;
        kept -= block.length;
      }
    }
  }

  private static long kept(long room, Optional<Fault> fault) {
    if (fault.isEmpty()) {
      return room;
    }
    return switch (fault.get()) {
      case Fault.KeepLess less -> Math.min(room, grains(less.bytes()));
      case Fault.CutAfter cut -> Math.min(room, grains(cut.bytes()));
      case Fault.Damage damage -> room;
      case Fault.ResetAfter reset -> room;
      case Fault.HangAfter hang -> room;
      case Fault.Refuse refuse -> 0;
      case Fault.ResetBefore reset -> 0;
      case Fault.Hang hang -> 0;
      case Fault.Deny deny -> room;
      case Fault.StaleSearch stale -> room;
      case Fault.ExpireSession expire -> 0;
    };
  }

  private static long grains(long bytes) {
    return bytes - bytes % GRAIN;
  }
}
