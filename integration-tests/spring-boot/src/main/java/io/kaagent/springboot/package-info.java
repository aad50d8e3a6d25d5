/** A Spring Boot application, built as an executable jar with two releases of Spring Boot. May use Spring, in Java 8. */
package io.kaagent.springboot;
