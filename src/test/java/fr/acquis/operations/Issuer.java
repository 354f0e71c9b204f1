package fr.acquis.operations;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect provider that signs in whoever it is told to, with real signed tokens and the claims of the realm file. */
final class Issuer {

    static final String CLIENT = "acquis";
    static final String SECRET = "a secret between the two";

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private volatile Map<String, Object> person = Map.of();
    private volatile RSAKey signing = key;

    private Issuer(HttpServer server) {
        this.server = server;
    }

    static Issuer start() {
        try {
            Issuer issuer =
                    new Issuer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            issuer.answer();
            issuer.server.start();
            return issuer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/acquis";
    }

    /** Who the next sign-in is; signed as it should be. */
    void signsIn(Map<String, Object> claims) {
        person = claims;
        signing = key;
    }

    /** The same person, vouched for by a key that is not the provider's. */
    void forges(Map<String, Object> claims) {
        person = claims;
        signing = newKey();
    }

    private void answer() {
        page(
                "/.well-known/openid-configuration",
                exchange -> json(
                        exchange,
                        Map.of(
                                "issuer", address(),
                                "authorization_endpoint", address() + "/auth",
                                "token_endpoint", address() + "/token",
                                "jwks_uri", address() + "/certs",
                                "userinfo_endpoint", address() + "/userinfo",
                                "end_session_endpoint", address() + "/logout",
                                "subject_types_supported", new String[] {"public"},
                                "response_types_supported", new String[] {"code"},
                                "id_token_signing_alg_values_supported", new String[] {"RS256"})));
        page("/auth", this::authorize);
        page("/token", this::token);
        page("/userinfo", exchange -> json(exchange, with("sub", subject())));
        page("/certs", exchange -> json(exchange, new JWKSet(key).toJSONObject()));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        nonces.put(code, asked.get("nonce"));
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        json(
                exchange,
                Map.of(
                        "access_token",
                        UUID.randomUUID().toString(),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "scope",
                        "openid profile email",
                        "id_token",
                        idToken(nonces.remove(asked.get("code")))));
    }

    private String idToken(String nonce) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .subject(subject())
                .audience(CLIENT)
                .issueTime(new Date())
                .expirationTime(new Date(
                        System.currentTimeMillis() + Duration.ofMinutes(5).toMillis()))
                .claim("nonce", nonce);
        person.forEach(claims::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(signing));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    private String subject() {
        return UUID.nameUUIDFromBytes(String.valueOf(person.get("email")).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Map<String, Object> with(String name, Object value) {
        Map<String, Object> all = new HashMap<>(person);
        all.put(name, value);
        return all;
    }

    private interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    private void page(String path, Page page) {
        server.createContext("/realms/acquis" + path, page::answer);
    }

    private static void json(HttpExchange exchange, Object body) throws IOException {
        byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
