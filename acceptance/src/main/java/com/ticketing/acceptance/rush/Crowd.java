package com.ticketing.acceptance.rush;

import com.ticketing.host.api.Person;
import com.ticketing.testsupport.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** People who never signed up: their cookies are made with the suite's own key, so that only what they do is measured. */
final class Crowd {

    private final String gateway;
    private final String key;

    Crowd(String gateway, String key) {
        this.gateway = gateway;
        this.key = key;
    }

    Person person() {
        String id = SignedIn.newId();
        return Person.signedIn(gateway, SignedIn.withKey(key, id, id + "@example.com"));
    }

    List<Person> people(int count) {
        List<Person> people = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            people.add(person());
        }
        return people;
    }

    /** Runs all of them, so many at once; their results in order. */
    static <T> List<T> all(List<Callable<T>> requests, int atOnce) throws InterruptedException {
        Semaphore slots = new Semaphore(atOnce);
        return start(requests, slots::acquire, slots::release);
    }

    /** Runs them at the same instant, as near as threads can; their results in order. */
    static <T> List<T> together(List<Callable<T>> requests) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(requests.size());
        return start(
                requests,
                () -> {
                    ready.countDown();
                    ready.await();
                },
                () -> {});
    }

    private interface Gate {
        void pass() throws InterruptedException;
    }

    private static <T> List<T> start(List<Callable<T>> requests, Gate gate, Runnable after)
            throws InterruptedException {
        List<Future<T>> running = new ArrayList<>(requests.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<T> request : requests) {
                running.add(threads.submit(() -> {
                    gate.pass();
                    try {
                        return request.call();
                    } finally {
                        after.run();
                    }
                }));
            }
        }
        List<T> results = new ArrayList<>(running.size());
        for (Future<T> each : running) {
            try {
                results.add(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("A request failed", e.getCause());
            }
        }
        return results;
    }
}
