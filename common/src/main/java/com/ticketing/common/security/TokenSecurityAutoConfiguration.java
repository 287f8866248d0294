package com.ticketing.common.security;

import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ErrorWriter;
import com.ticketing.common.time.ClockAutoConfiguration;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stateless sign-in by the token, for every route; what each route asks of the caller is said where it is written. */
@AutoConfiguration(
        before = ServletWebSecurityAutoConfiguration.class,
        after = ClockAutoConfiguration.class,
        beforeName = "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(JwtProperties.class)
class TokenSecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AccessTokens accessTokens(JwtProperties properties, Clock clock) {
        return new AccessTokens(properties.signingKey(), properties.previousKey(), properties.accessLife(), clock);
    }

    /** Nobody signs in by name and password here; without this, Spring Boot makes up a user and logs its password. */
    @Bean
    @ConditionalOnMissingBean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new ProviderNotFoundException("Tokens only");
        };
    }

    /** What only an operator may see or do. */
    @Bean
    @Order(10)
    SecurityFilterChain privateManagement(
            HttpSecurity http, @Value("${management.token:#{null}}") String token, ErrorWriter errors) {
        RequestMatcher endpoint = EndpointRequest.toAnyEndpoint();
        RequestMatcher read = request -> HttpMethod.GET.matches(request.getMethod());
        RequestMatcher open = EndpointRequest.to("health", "info", "metrics", "prometheus");
        http.securityMatcher(
                new AndRequestMatcher(endpoint, new NegatedRequestMatcher(new AndRequestMatcher(read, open))));
        return stateless(http)
                .addFilterBefore(new ManagementTokenFilter(token, errors), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain api(
            HttpSecurity http, AccessTokens tokens, ObjectProvider<DenyList> denyList, ErrorWriter errors) {
        return stateless(http)
                .addFilterBefore(new OriginFilter(errors), AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new TokenFilter(tokens, denyList.getIfAvailable(() -> userId -> false)),
                        AnonymousAuthenticationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> errors.write(response, CommonError.NOT_AUTHORIZED))
                        .accessDeniedHandler((request, response, e) -> errors.write(response, CommonError.FORBIDDEN)))
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    }

    @Bean
    WebMvcConfigurer callers() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new SignedInInterceptor());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentUserResolver());
            }
        };
    }
}
