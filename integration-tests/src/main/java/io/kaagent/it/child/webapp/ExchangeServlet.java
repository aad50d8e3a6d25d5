package io.kaagent.it.child.webapp;

import io.kaagent.it.child.Exchange;
import io.kaagent.it.child.Message;
import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Asks somebody else, as {@code message} says, and answers how that ended. */
public final class ExchangeServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Message message = Message.parse(request.getParameter("message"));
        response.setContentType("text/plain");
        response.getWriter().print(Exchange.ask(message, request.getParameter("id")));
    }
}
