package fr.acquis.notification.wording;

import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Fills the templates of letters and mails. An engine of its own: the pages' engine writes HTML for browsers, a letter
 * must be well-formed XML, and a mail has a part in plain text. Templates come from our class path only.
 */
@Component
public class Templates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    public Templates(MessageSource messages) {
        engine.setTemplateEngineMessageSource(messages);
        engine.setEnableSpringELCompiler(false);
        engine.addTemplateResolver(resolver("letter/*", ".html", TemplateMode.XML, 1));
        engine.addTemplateResolver(resolver("*.txt", "", TemplateMode.TEXT, 2));
        engine.addTemplateResolver(resolver("*.html", "", TemplateMode.HTML, 3));
    }

    /** Filled in the language of the moment. */
    public String fill(String template, Map<String, Object> model) {
        return engine.process(template, new Context(LocaleContextHolder.getLocale(), model));
    }

    private static ClassLoaderTemplateResolver resolver(String names, String suffix, TemplateMode mode, int order) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/notification/");
        resolver.setSuffix(suffix);
        resolver.setResolvablePatterns(java.util.Set.of(names));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCheckExistence(true);
        resolver.setOrder(order);
        return resolver;
    }
}
