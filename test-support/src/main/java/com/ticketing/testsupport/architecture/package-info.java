/** Architecture rules: {@link CodeRules} for every module, {@link ArchitectureRules} for services. */
@NullMarked
package com.ticketing.testsupport.architecture;

import org.jspecify.annotations.NullMarked;
