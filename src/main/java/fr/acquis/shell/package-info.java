/**
 * The web shell every page stands in: frame, navigation, language, theme, error pages, and the small values (tones,
 * crumbs, tabs, steps, dates) that the fragments under {@code templates/parts} show. Knows no trade: rooms register what
 * they have (a navigation entry, a search, messages) and the shell shows it. docs/ui.md says how.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"identity", "shared", "platform", "platform::api"})
package fr.acquis.shell;
