package com.ticketing.common.security;

import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ErrorWriter;
import com.ticketing.common.proxies.Proxies;
import com.ticketing.common.time.ClockAutoConfiguration;
import jakarta.servlet.DispatcherType;
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
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Stateless authentication by access token. Every route requires a signed-in caller unless the service's
 * {@link PublicRoutes} name it; roles are required by {@code @PreAuthorize} on handlers.
 */
@AutoConfiguration(
        before = ServletWebSecurityAutoConfiguration.class,
        after = ClockAutoConfiguration.class,
        beforeName = "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({JwtProperties.class, OriginProperties.class})
@EnableMethodSecurity
class TokenSecurityAutoConfiguration {

    /** Endpoints that may be read without the management token. */
    private static final String[] OPEN_ENDPOINTS = {"health", "info", "metrics", "prometheus"};

    @Bean
    @ConditionalOnMissingBean
    AccessTokens accessTokens(JwtProperties properties, Clock clock) {
        return new AccessTokens(properties.signingKey(), properties.previousKey(), properties.accessLife(), clock);
    }

    /** The observation of each filter of the chain costs more than the filters, and no one reads its metrics. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    /** Prevents Spring Boot from creating a user and logging its generated password. */
    @Bean
    @ConditionalOnMissingBean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new ProviderNotFoundException("Only access tokens are supported");
        };
    }

    /** Requires the management token of everything but reading the open endpoints. */
    @Bean
    @Order(10)
    SecurityFilterChain privateManagement(
            HttpSecurity http, @Value("${management.token:#{null}}") String token, ErrorWriter errors) {
        RequestMatcher read = request -> HttpMethod.GET.matches(request.getMethod());
        RequestMatcher openRead = new AndRequestMatcher(read, EndpointRequest.to(OPEN_ENDPOINTS));
        http.securityMatcher(
                new AndRequestMatcher(EndpointRequest.toAnyEndpoint(), new NegatedRequestMatcher(openRead)));
        return stateless(http)
                .addFilterBefore(new ManagementTokenFilter(token, errors), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @ConditionalOnMissingBean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of();
    }

    @Bean
    @Order(20)
    SecurityFilterChain api(
            HttpSecurity http,
            AccessTokens tokens,
            ObjectProvider<DenyList> denyList,
            ObjectProvider<SessionDenyList> endedSessions,
            PublicRoutes publicRoutes,
            ObjectProvider<HandlerMapping> handlerMappings,
            @Value("${spring.web.error.path:${error.path:/error}}") String errorPath,
            OriginProperties origins,
            Proxies proxies,
            ErrorWriter errors) {
        RouteResolver routes = new RouteResolver(handlerMappings::orderedStream);
        return stateless(http)
                .addFilterBefore(new OriginFilter(origins, proxies, errors), AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new TokenAuthenticationFilter(
                                tokens,
                                denyList.getIfAvailable(() -> userId -> false),
                                endedSessions.getIfAvailable(() -> sessionId -> false)),
                        AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        // continue a request that was authorized when it arrived
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(EndpointRequest.to(OPEN_ENDPOINTS))
                        .permitAll()
                        .requestMatchers(errorPath)
                        .permitAll()
                        .requestMatchers(routes.openTo(publicRoutes))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> errors.write(response, CommonError.NOT_AUTHORIZED))
                        .accessDeniedHandler(accessDenied(errors)))
                .build();
    }

    private static AccessDeniedHandler accessDenied(ErrorWriter errors) {
        return (request, response, e) -> {
            var caller = SecurityContextHolder.getContext().getAuthentication();
            boolean banned = caller != null && TokenAuthenticationFilter.isBanned(caller);
            errors.write(response, banned ? CommonError.ACCOUNT_BANNED : CommonError.FORBIDDEN);
        };
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                // without sessions: the token is the only state, and nothing stores the security context
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                // handlers take a CurrentUser, not the servlet API's principal
                .servletApi(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    }

    @Bean
    WebMvcConfigurer callersOfHandlers() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RoleCheck());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentUserResolver());
            }
        };
    }
}
