package com.ticketing.common.json;

import java.math.BigDecimal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ObjectUtils;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Configures strict JSON types: a value of the wrong type is an error and is not converted, so 7 is not a title and "1"
 * is not a version. Decimals are the exception and may be strings, because clients of the course's page send a price as
 * it was typed.
 */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
class JsonAutoConfiguration {

    @Bean
    JsonMapperBuilderCustomizer strictTypes() {
        return mapper -> mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                // a response that fails halfway must not look complete
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        BigDecimal.class,
                        decimal -> decimal.setCoercion(CoercionInputShape.String, CoercionAction.TryConvert))
                .addModule(new SimpleModule().addDeserializer(BigDecimal.class, new DecimalDeserializer()));
    }

    /**
     * Extends the initializer of the binders, because Spring prepares an {@code @InitBinder} method again for each
     * request.
     */
    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    SmartInitializingSingleton parameterEditors(ObjectProvider<RequestMappingHandlerAdapter> adapters) {
        return () -> adapters.forEach(adapter -> {
            if (!(adapter.getWebBindingInitializer() instanceof ConfigurableWebBindingInitializer initializer)) {
                throw new IllegalStateException("Query parameters need a ConfigurableWebBindingInitializer, found "
                        + adapter.getWebBindingInitializer());
            }
            initializer.setPropertyEditorRegistrars(
                    ObjectUtils.addObjectToArray(initializer.getPropertyEditorRegistrars(), new ParameterEditors()));
        });
    }
}
