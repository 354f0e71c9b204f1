package fr.acquis.shell.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.webjars.WebJarVersionLocator;
import tools.jackson.databind.json.JsonMapper;

/** What the product is and what it sends to a browser that others made, with their licences. */
@Controller
class AboutPage {

    private final List<Component> components;
    private final String version;

    AboutPage(JsonMapper json, ObjectProvider<BuildProperties> build) throws IOException {
        try (InputStream manifest = new ClassPathResource("static/vendor/manifest.json").getInputStream()) {
            this.components = json.readValue(manifest, Manifest.class).files().stream()
                    .filter(file -> file.file().endsWith("/LICENSE.txt"))
                    .map(file -> new Component(file.title(), file.version(), file.licence(), "/vendor/" + file.file()))
                    .toList();
        }
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("");
    }

    @GetMapping("/about")
    String show(Model model) {
        model.addAttribute("version", version);
        model.addAttribute("components", components);
        model.addAttribute("htmx", new WebJarVersionLocator().version("htmx.org"));
        return "shell/about";
    }

    record Component(String name, String version, String licence, String text) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Manifest(List<VendorFile> files) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record VendorFile(String file, String title, String version, String licence) {}
}
