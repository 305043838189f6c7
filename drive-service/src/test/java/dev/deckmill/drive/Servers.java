package dev.deckmill.drive;

import dev.deckmill.service.testing.TestKafka;
import dev.deckmill.service.testing.TestPostgres;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a test class needs the service with all that it has around it. */
@WithTestResource(TestKafka.class)
@WithTestResource(TestPostgres.class)
@WithTestResource(DriveResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Servers {}
