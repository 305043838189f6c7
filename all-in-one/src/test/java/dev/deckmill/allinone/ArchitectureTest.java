package dev.deckmill.allinone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows of the architecture, over the main classes of all modules. */
class ArchitectureTest {
  private static final String CONTRACTS = "dev.deckmill.contracts..";
  private static final String ENGINE = "dev.deckmill.svgpptx..";
  private static final String KIT = "dev.deckmill.service..";
  private static final String TRACE_STORE = "dev.deckmill.tracestore..";
  private static final String API = "dev.deckmill.api..";
  private static final String CONVERTER = "dev.deckmill.converter..";
  private static final String PACKAGER = "dev.deckmill.packager..";
  private static final String DRIVE = "dev.deckmill.drive..";
  private static final String FAKE_DRIVE = "dev.deckmill.fakedrive..";
  private static final String LOCAL_SERVERS = "dev.deckmill.localservers..";
  private static final String BENCH = "dev.deckmill.bench..";
  private static final String ALL_IN_ONE = "dev.deckmill.allinone..";

  /** Where XML may be parsed: what users send, and what the engine itself has written. */
  private static final DescribedPredicate<JavaClass> XML_DOORS =
      DescribedPredicate.describe(
          "the engine's XML doors",
          type ->
              type.getName().equals("dev.deckmill.svgpptx.parse.xml.XmlDoor")
                  || type.getName().equals("dev.deckmill.svgpptx.raster.OwnXml"));

  private static final DescribedPredicate<JavaClass> XML_PARSER_FACTORIES =
      DescribedPredicate.describe(
          "factories of XML parsers",
          type ->
              type.getPackageName().startsWith("com.ctc.wstx.stax")
                  || type.getName().matches("javax\\.xml\\.stream\\.XML(Input|Event)Factory")
                  || type.getName().matches("javax\\.xml\\.parsers\\..*Factory")
                  || type.getName().matches("javax\\.xml\\.(transform|validation)\\..*Factory")
                  || type.getName().equals("org.xml.sax.helpers.XMLReaderFactory")
                  || type.getName().matches("org\\.apache\\.batik\\..*DocumentFactory"));

  /** Each package by itself, the root of a module like any other. */
  private static final SliceAssignment PACKAGES =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
          return "packages";
        }
      };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // What JMH writes while compiling is no code of ours.
          .withImportOption(location -> !location.contains("jmh_generated"))
          .importPackages("dev.deckmill");

  @Test
  void modulesKnowEachOtherOnlyAsDrawn() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.deckmill..")
            .layer("contracts")
            .definedBy(CONTRACTS)
            .layer("svg-pptx")
            .definedBy(ENGINE)
            .layer("service-kit")
            .definedBy(KIT)
            .layer("trace-store")
            .definedBy(TRACE_STORE)
            .layer("api-service")
            .definedBy(API)
            .layer("converter-service")
            .definedBy(CONVERTER)
            .layer("packager-service")
            .definedBy(PACKAGER)
            .layer("drive-service")
            .definedBy(DRIVE)
            .layer("fake-drive")
            .definedBy(FAKE_DRIVE)
            .layer("local-servers")
            .definedBy(LOCAL_SERVERS)
            .layer("bench")
            .definedBy(BENCH)
            .layer("all-in-one")
            .definedBy(ALL_IN_ONE)
            .whereLayer("contracts")
            .mayNotAccessAnyLayer()
            .whereLayer("svg-pptx")
            .mayNotAccessAnyLayer()
            .whereLayer("fake-drive")
            .mayNotAccessAnyLayer()
            .whereLayer("local-servers")
            .mayNotAccessAnyLayer()
            .whereLayer("service-kit")
            .mayOnlyAccessLayers("contracts")
            .whereLayer("trace-store")
            .mayOnlyAccessLayers("service-kit")
            .whereLayer("api-service")
            .mayOnlyAccessLayers("contracts", "service-kit", "trace-store")
            .whereLayer("drive-service")
            .mayOnlyAccessLayers("contracts", "service-kit")
            .whereLayer("converter-service")
            .mayOnlyAccessLayers("contracts", "service-kit", "svg-pptx")
            .whereLayer("packager-service")
            .mayOnlyAccessLayers("contracts", "service-kit", "svg-pptx")
            .whereLayer("bench")
            .mayOnlyAccessLayers("svg-pptx")
            .whereLayer("all-in-one")
            .mayOnlyAccessLayers("contracts", "svg-pptx", "local-servers"));
  }

  /** What it found in the database itself has not come as a message. */
  @Test
  void theReaperForgesNoMessages() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.deckmill.api.orchestration.reaper..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.deckmill.contracts.message.."));
  }

  @Test
  void contractsAreNothingButJava() {
    check(
        classes()
            .that()
            .resideInAPackage(CONTRACTS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(CONTRACTS, "java..", "org.jspecify.."));
  }

  @Test
  void theEngineKnowsNoFramework() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.quarkus..",
                "io.smallrye..",
                "io.vertx..",
                "io.opentelemetry..",
                "jakarta..",
                "org.eclipse.microprofile..",
                "org.jboss..",
                "org.apache.kafka..",
                "com.fasterxml.jackson..",
                "java.net.http..",
                "java.sql.."));
  }

  @Test
  void eachHeavyLibraryHasOneOwner() {
    check(
        ownedBy(
            "dev.deckmill.svgpptx.raster",
            "org.apache.batik..",
            "org.w3c.dom.svg..",
            "com.twelvemonkeys.."));
    check(ownedBy("dev.deckmill.svgpptx.font.file", "org.brotli.."));
    check(ownedBy(ENGINE, "org.apache.poi..", "org.openxmlformats..", "org.apache.xmlbeans.."));
    check(ownedBy(TRACE_STORE, "io.opentelemetry.proto.."));
    check(ownedBy("dev.deckmill.tracestore.jaeger..", "io.grpc.."));
    check(
        ownedBy(
            "dev.deckmill.drive.google..",
            "com.google.api..",
            "com.google.auth..",
            "com.google.api.client.."));
    check(ownedBy("dev.deckmill.drive.s3..", "software.amazon.."));
  }

  private static ArchRule ownedBy(String owner, String... library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(owner)
        .should()
        .dependOnClassesThat(resideInAnyPackage(library));
  }

  @Test
  void xmlIsParsedBehindTheDoorsAlone() {
    check(
        noClasses()
            .that(DescribedPredicate.not(XML_DOORS))
            .should()
            .dependOnClassesThat(XML_PARSER_FACTORIES));
  }

  @Test
  void theEngineIsUsedByItsRootPackageAlone() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ENGINE)
            .should()
            .dependOnClassesThat(
                resideInAPackage(ENGINE).and(not(resideInAPackage("dev.deckmill.svgpptx")))));
  }

  @Test
  void theEngineHasTenPublicTypesAtMost() {
    assertThat(
            CLASSES.stream()
                .filter(type -> type.getPackageName().equals("dev.deckmill.svgpptx"))
                .filter(
                    type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void packagesDependOnEachOtherInNoCircle() {
    check(slices().assignedFrom(PACKAGES).should().beFreeOfCycles());
  }

  @Test
  void noPackageHoldsMoreThanCanBeSeenAtOnce() {
    Map<String, Long> types =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            // Made from Jaeger's own files.
            .filter(type -> !type.getPackageName().equals("dev.deckmill.tracestore.jaeger.wire"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(types).hasSizeGreaterThan(100);
    assertThat(types.entrySet()).allSatisfy(p -> assertThat(p.getValue()).isLessThan(31));
  }

  /** A submission may come over Kafka as well; and what moves a job has no client before it. */
  @Test
  void whatIsBehindTheWebKnowsNoWeb() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.deckmill.api.intake..",
                "dev.deckmill.api.orchestration..",
                "dev.deckmill.api.outbox..",
                "dev.deckmill.api.events..",
                "dev.deckmill.api.store..",
                "dev.deckmill.api.fetch..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("jakarta.ws.rs..")
                    // What a body is called is not the web's alone.
                    .and(not(simpleName("MediaType")))
                    .or(
                        resideInAPackage("dev.deckmill.api.web..")
                            .and(not(resideInAPackage("dev.deckmill.api.web.identity"))))));
  }

  @Test
  void theApiFacesClientsInItsWebAlone() {
    check(
        classes()
            .that()
            .resideInAPackage(API)
            .and()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .resideInAPackage("dev.deckmill.api.web.."));
  }

  @Test
  void theApiSpeaksSqlInItsStoreAlone() {
    check(
        noClasses()
            .that()
            .resideInAPackage(API)
            .and()
            .resideOutsideOfPackage("dev.deckmill.api.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.jdbi..",
                "java.sql..",
                "jakarta.persistence..",
                "org.hibernate..",
                "io.quarkus.hibernate..",
                "dev.deckmill.api.store.row.."));
  }

  @Test
  void everyPackageIsNullMarked() {
    check(
        classes()
            .that()
            .areTopLevelClasses()
            .should(
                com.tngtech.archunit.lang.ArchCondition.from(
                    DescribedPredicate.describe(
                        "be in a package that is @NullMarked",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class)))));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
