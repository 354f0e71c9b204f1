package fr.acquis.shell.web;

import fr.acquis.platform.api.ApiLanguage;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

@Configuration
class ShellConfiguration implements WebMvcConfigurer {

    private final Frame frame;

    ShellConfiguration(Frame frame) {
        this.frame = frame;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(frame);
    }

    /** French unless the reader chose otherwise; what the browser asks for does not count, the trade speaks French. A program says. */
    @Bean
    static LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver(Preferences.LANGUAGE_COOKIE) {
            @Override
            protected Locale parseLocaleValue(String value) {
                return Preferences.LANGUAGES.contains(value) ? Locale.of(value) : null;
            }
        };
        resolver.setDefaultLocaleFunction(
                request -> ApiLanguage.decides(request) ? ApiLanguage.of(request) : Locale.FRENCH);
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        return resolver;
    }

    /** Each room keeps its own words: every {@code messages/<room>.properties} is found by itself. */
    @Bean
    static MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(MessageBundles.basenames().toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.FRENCH);
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
