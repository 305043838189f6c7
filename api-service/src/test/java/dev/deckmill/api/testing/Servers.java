package dev.deckmill.api.testing;

import dev.deckmill.service.testing.TestKafka;
import dev.deckmill.service.testing.TestPostgres;
import dev.deckmill.tracestore.testing.JaegerPort;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a test class needs the real broker and the real database; drive-service says what it is
 * told to.
 */
@WithTestResource(TestKafka.class)
@WithTestResource(TestPostgres.class)
@WithTestResource(JaegerPort.class)
@WithTestResource(FakeDriveService.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Servers {}
