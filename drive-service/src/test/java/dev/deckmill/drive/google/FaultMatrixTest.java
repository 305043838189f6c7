package dev.deckmill.drive.google;

import static dev.deckmill.fakedrive.fault.CallKind.COPY;
import static dev.deckmill.fakedrive.fault.CallKind.CREATE;
import static dev.deckmill.fakedrive.fault.CallKind.GENERATE_IDS;
import static dev.deckmill.fakedrive.fault.CallKind.GET;
import static dev.deckmill.fakedrive.fault.CallKind.LIST;
import static dev.deckmill.fakedrive.fault.CallKind.PERMISSION_CREATE;
import static dev.deckmill.fakedrive.fault.CallKind.PERMISSION_LIST;
import static dev.deckmill.fakedrive.fault.CallKind.UPLOAD_CHUNK;
import static dev.deckmill.fakedrive.fault.CallKind.UPLOAD_START;
import static dev.deckmill.fakedrive.fault.CallKind.UPLOAD_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.Rig;
import dev.deckmill.drive.Servers;
import dev.deckmill.fakedrive.FakeDriveSettings;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import dev.deckmill.fakedrive.fault.Fault.CutAfter;
import dev.deckmill.fakedrive.fault.Fault.Damage;
import dev.deckmill.fakedrive.fault.Fault.ExpireSession;
import dev.deckmill.fakedrive.fault.Fault.Hang;
import dev.deckmill.fakedrive.fault.Fault.KeepLess;
import dev.deckmill.fakedrive.fault.Fault.Refuse;
import dev.deckmill.fakedrive.fault.Fault.ResetAfter;
import dev.deckmill.fakedrive.fault.Fault.ResetBefore;
import dev.deckmill.fakedrive.file.StoredFile;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call of a delivery × every way it can fail: one file, one folder, the right bytes. */
@QuarkusTest
@Servers
class FaultMatrixTest {
  /** A delivery's calls: folder (its drive, search, id, create), file id, session, three chunks. */
  private static final long BYTES = 600_000;

  private record Step(CallKind kind, int nth) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(GET, 1),
          new Step(LIST, 1),
          new Step(GENERATE_IDS, 1),
          new Step(CREATE, 1),
          new Step(GENERATE_IDS, 2),
          new Step(UPLOAD_START, 1),
          new Step(UPLOAD_CHUNK, 1),
          new Step(UPLOAD_CHUNK, 2),
          new Step(UPLOAD_CHUNK, 3));

  /**
   * What a delivery with everything does after the same calls: copy, permissions, the pictures'
   * folder, their ids and two calls for each. {@code -Ddeckmill.matrix=all} goes through the calls
   * before these once more.
   */
  private static final List<Step> STEPS_OF_EVERYTHING =
      Stream.concat(
              System.getProperty("deckmill.matrix", "").equals("all")
                  ? STEPS.stream()
                  : Stream.empty(),
              Stream.of(
                  new Step(COPY, 1),
                  new Step(PERMISSION_LIST, 1),
                  new Step(PERMISSION_CREATE, 1),
                  new Step(PERMISSION_CREATE, 2),
                  new Step(PERMISSION_CREATE, 3),
                  new Step(GET, 2),
                  new Step(LIST, 2),
                  new Step(GENERATE_IDS, 3),
                  new Step(CREATE, 2),
                  new Step(GENERATE_IDS, 4),
                  new Step(UPLOAD_START, 2),
                  new Step(UPLOAD_START, 4),
                  new Step(UPLOAD_CHUNK, 4),
                  new Step(UPLOAD_CHUNK, 6)))
          .toList();

  static Stream<Arguments> passingFaults() {
    return passingFaults(STEPS);
  }

  static Stream<Arguments> passingFaultsOfEverything() {
    return passingFaults(STEPS_OF_EVERYTHING);
  }

  private static Stream<Arguments> passingFaults(List<Step> steps) {
    Stream<Fault> everywhere =
        Stream.of(
            new Refuse(403, "userRateLimitExceeded"),
            new Refuse(403, "rateLimitExceeded"),
            new Refuse(408, "timeout"),
            new Refuse(429, "rateLimitExceeded", OptionalInt.of(7)),
            new Refuse(500, "internalError"),
            new Refuse(502, ""),
            new Refuse(503, "backendError"),
            new ResetBefore(),
            new ResetAfter(),
            new Hang(Duration.ofMinutes(5)));
    Stream<Fault> inChunks =
        Stream.of(
            new KeepLess(0),
            new KeepLess(200_000),
            new CutAfter(0),
            new CutAfter(100_000),
            new Damage(),
            new ExpireSession(404),
            new ExpireSession(410));
    return Stream.concat(
        everywhere.flatMap(fault -> steps.stream().map(step -> row(step, fault))),
        inChunks.flatMap(
            fault ->
                steps.stream()
                    .filter(step -> step.kind == UPLOAD_CHUNK)
                    .map(step -> row(step, fault))));
  }

  static Stream<Arguments> lastingFaults() {
    return lastingFaults(STEPS);
  }

  static Stream<Arguments> lastingFaultsOfEverything() {
    return lastingFaults(STEPS_OF_EVERYTHING);
  }

  private static Stream<Arguments> lastingFaults(List<Step> steps) {
    record Lasting(int status, String reason, ErrorType type) {}
    return Stream.of(
            new Lasting(401, "authError", ErrorType.DRIVE_AUTH),
            new Lasting(403, "accessNotConfigured", ErrorType.DRIVE_AUTH),
            new Lasting(403, "storageQuotaExceeded", ErrorType.DRIVE_QUOTA),
            new Lasting(403, "teamDriveFileLimitExceeded", ErrorType.DRIVE_QUOTA),
            new Lasting(403, "insufficientFilePermissions", ErrorType.DRIVE_FOLDER),
            new Lasting(404, "notFound", ErrorType.DRIVE_FOLDER),
            new Lasting(400, "badRequest", ErrorType.DRIVE_UNAVAILABLE))
        .flatMap(
            lasting ->
                steps.stream()
                    .filter(step -> lasting.status != 404 || !isNoRefusal(step))
                    .map(
                        step ->
                            Arguments.of(
                                named(step),
                                new Refuse(lasting.status, lasting.reason),
                                lasting.type)));
  }

  /**
   * Where 404 says something else: that a session is gone, or, of My Drive's root, which a delivery
   * asks about first, that this account may not look at it.
   */
  private static boolean isNoRefusal(Step step) {
    return step.kind == UPLOAD_CHUNK || (step.kind == GET && step.nth == 1);
  }

  private static Arguments row(Step step, Fault fault) {
    return Arguments.of(named(step), fault);
  }

  /** Silence is noticed after a second where it is the point, and later where it is an accident. */
  private static Rig rig(Fault fault) throws java.io.IOException {
    return fault instanceof Hang
        ? new Rig(FakeDriveSettings.defaults(), Map.of("timeouts.read", "700ms"))
        : new Rig();
  }

  private static Named<Step> named(Step step) {
    return Named.of(step.kind.spelling() + " " + step.nth, step);
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void endsWithOneFileWhateverPasses(Step step, Fault fault) throws Exception {
    try (Rig rig = rig(fault)) {
      UploadDeck order = rig.order("job", BYTES, "Decks");
      rig.fake.faults().on(step.kind, step.nth, fault);
      assertThat(rig.upload(order)).isInstanceOf(DeckUploaded.class);
      assertThat(rig.holdsExactly(order)).isTrue();
      assertThat(rig.fake.folders())
          .extracting(StoredFile::name)
          .containsExactlyInAnyOrder("My Drive", "Decks");
      assertThat(rig.fake.faults().outstanding()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("passingFaultsOfEverything")
  void endsWithOneOfEachWhateverPasses(Step step, Fault fault) throws Exception {
    try (Rig rig = rig(fault)) {
      UploadDeck order = rig.orderWithAll("job", BYTES, "Decks");
      rig.fake.faults().on(step.kind, step.nth, fault);
      assertThat(rig.upload(order)).isInstanceOf(DeckUploaded.class);
      rig.assertHoldsAll(order);
      assertThat(rig.fake.faults().outstanding()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("lastingFaultsOfEverything")
  void givesUpAfterOneTryAndGoesOnOnceMended(Step step, Fault fault, ErrorType type)
      throws Exception {
    try (Rig rig = new Rig()) {
      UploadDeck order = rig.orderWithAll("job", BYTES, "Decks");
      rig.fake.faults().on(step.kind, step.nth, fault);
      assertThat(rig.upload(order))
          .isInstanceOfSatisfying(
              DeckUploadFailed.class,
              failed -> {
                assertThat(failed.trouble().type()).isEqualTo(type);
                assertThat(failed.attempts()).isEqualTo(1);
              });
      assertThat(rig.waits).isEmpty();
      assertThat(rig.upload(order)).as("ordered again, mended").isInstanceOf(DeckUploaded.class);
      rig.assertHoldsAll(order);
    }
  }

  @ParameterizedTest
  @MethodSource("lastingFaults")
  void givesUpAfterOneTryOnWhatDoesNotPass(Step step, Fault fault, ErrorType type)
      throws Exception {
    try (Rig rig = new Rig()) {
      UploadDeck order = rig.order("job", BYTES, "Decks");
      rig.fake.faults().on(step.kind, step.nth, fault);
      assertThat(rig.upload(order))
          .isInstanceOfSatisfying(
              DeckUploadFailed.class,
              failed -> {
                assertThat(failed.trouble().type()).isEqualTo(type);
                assertThat(failed.attempts()).isEqualTo(1);
              });
      assertThat(rig.waits).isEmpty();
      assertThat(rig.upload(order)).as("ordered again, mended").isInstanceOf(DeckUploaded.class);
      assertThat(rig.holdsExactly(order)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("faultsWhenAsked")
  void endsWithOneFileWhenEvenTheQuestionFails(Fault fault) throws Exception {
    try (Rig rig = rig(fault)) {
      UploadDeck order = rig.order("job", BYTES);
      rig.fake.faults().on(UPLOAD_CHUNK, 2, new ResetAfter()).on(UPLOAD_STATUS, 1, fault);
      assertThat(rig.upload(order)).isInstanceOf(DeckUploaded.class);
      assertThat(rig.holdsExactly(order)).isTrue();
    }
  }

  static Stream<Fault> faultsWhenAsked() {
    return Stream.of(
        new Refuse(503, "backendError"),
        new ResetBefore(),
        new ResetAfter(),
        new Hang(Duration.ofMinutes(5)),
        new ExpireSession(404),
        new ExpireSession(410));
  }
}
