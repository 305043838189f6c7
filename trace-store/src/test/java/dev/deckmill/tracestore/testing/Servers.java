package dev.deckmill.tracestore.testing;

import dev.deckmill.service.testing.TestPostgres;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a test class needs the store of traces by itself, with a real database. */
@WithTestResource(TestPostgres.class)
@WithTestResource(JaegerPort.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Servers {}
