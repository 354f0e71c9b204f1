package fr.acquis.identity.web;

/** One policy for every page: nothing from elsewhere, nothing inline. */
final class ContentSecurityPolicy {

    static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");

    private ContentSecurityPolicy() {}
}
