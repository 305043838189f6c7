/**
 * Jaeger's messages and services, written by {@code protoc} from {@code src/main/proto}; {@code
 * jaeger} alone may call.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.tracestore.jaeger.wire;
