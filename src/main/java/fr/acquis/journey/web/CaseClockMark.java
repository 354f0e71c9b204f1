package fr.acquis.journey.web;

import fr.acquis.journey.Journey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every page of a case whose decision is awaited says in its frame how many days are left, whatever room it belongs to. */
@Configuration
class CaseClockMark implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/journeys/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null
                && page.getViewName() != null
                && !page.getViewName().startsWith("redirect:")
                && page.getModel().get("journey") instanceof Journey journey
                && journey.awaitsDecision()) {
            journey.clock().lastDay().ifPresent(last -> page.addObject("caseLastDay", last));
        }
    }
}
