/**
 * What every room's {@code api} package speaks with: pages with an opaque cursor, problem documents (RFC 9457) in the
 * caller's language, moments with their offset, the description of the whole. A room's controllers stand in its own
 * {@code api} package, marked {@link fr.acquis.platform.api.ApiController}, ask the room's public services, and answer
 * records made for JSON: what they are called is a promise, what the services call things is not.
 */
@org.springframework.modulith.NamedInterface("api")
package fr.acquis.platform.api;
