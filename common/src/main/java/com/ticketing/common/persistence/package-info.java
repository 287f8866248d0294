/**
 * Aggregates and their repositories, replicas of other services' aggregates, the indexes of both, and the settings that
 * make MongoDB writes durable.
 */
@NullMarked
package com.ticketing.common.persistence;

import org.jspecify.annotations.NullMarked;
