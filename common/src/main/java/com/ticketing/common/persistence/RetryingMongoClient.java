package com.ticketing.common.persistence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCluster;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Wraps the driver's client, its databases and their collections, and retries their writes with
 * {@link TransientWriteFailures}. Every write of a service passes through the client, regardless of whether a
 * repository, a template or a collection makes it.
 *
 * <p>A statement that writes many documents may have changed some of them when it fails; repeated, it changes the
 * others. Batches of statements are not retried: repeated, they would fail on what was written.
 */
final class RetryingMongoClient implements InvocationHandler {

    private static final Set<Class<?>> WRAPPED =
            Set.of(MongoClient.class, MongoCluster.class, MongoDatabase.class, MongoCollection.class);

    private static final Set<String> WRITES = Set.of(
            "insertOne",
            "updateOne",
            "updateMany",
            "replaceOne",
            "deleteOne",
            "deleteMany",
            "findOneAndDelete",
            "findOneAndReplace",
            "findOneAndUpdate",
            "createIndex",
            "createIndexes");

    private final Object delegate;

    private RetryingMongoClient(Object delegate) {
        this.delegate = delegate;
    }

    static MongoClient of(MongoClient client) {
        return (MongoClient) wrap(MongoClient.class, client);
    }

    private static Object wrap(Class<?> type, Object delegate) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new RetryingMongoClient(delegate));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        if (WRITES.contains(method.getName())) {
            return TransientWriteFailures.retry(() -> call(method, arguments));
        }
        Object result = call(method, arguments);
        Class<?> type = method.getReturnType();
        return result != null && WRAPPED.contains(type) ? wrap(type, result) : result;
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) {
        return ReflectionUtils.invokeMethod(method, delegate, arguments == null ? new Object[0] : arguments);
    }
}
