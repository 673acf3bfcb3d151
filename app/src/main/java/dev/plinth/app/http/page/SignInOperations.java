package dev.plinth.app.http.page;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.http.Access;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Effect;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.identity.Email;
import dev.plinth.app.identity.Sessions;
import dev.plinth.app.identity.SignIn;
import dev.plinth.app.identity.SignIns;
import dev.plinth.app.page.Frame;
import dev.plinth.app.page.SignInPage;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.InvalidValueException;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;

/** Signing in to the pages and out again. */
final class SignInOperations implements Operations {
    static final String PATH = "/catalogue/sign-in";
    private static final Access EVERYONE = new Access.Everyone();
    private static final String HOME = "/catalogue";
    private static final int BODY_BYTES_MAX = 8 << 10;

    private final SignIns signIns;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Visitors visitors;

    SignInOperations(CatalogueSite.Door door, SessionCookie cookie, Visitors visitors) {
        this.signIns = door.signIns();
        this.sessions = door.sessions();
        this.cookie = cookie;
        this.visitors = visitors;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("showSignIn", PATH, EVERYONE).answering(MediaTypes.TEXT_HTML), this::show)
                .add(post("signIn", PATH), this::signIn)
                .add(post("signOut", "/catalogue/sign-out"), this::signOut);
    }

    private static Operation post(String id, String path) {
        return Operation.change(id, Method.POST, path, EVERYONE)
                .with(Effect.APART)
                .answering(MediaTypes.TEXT_HTML)
                .taking(BODY_BYTES_MAX);
    }

    private Reply show(Call call) {
        QueryReader query = call.query();
        String next = query.one("next", SignInOperations::ours).orElse(HOME);
        query.finish();
        return page(Status.OK_200, next, "", "");
    }

    private Reply signIn(Call call) {
        call.withoutParameters();
        Form form = Form.read(call);
        String next = ours(form.text("next"));
        String email = form.text("email").strip();
        try {
            SignIn signedIn = signIns.open(call.actor(), new Email(email), form.text("password"));
            var ticket = new SessionCookie.Ticket(
                    signedIn.session().id(),
                    signedIn.user().profile().displayName().value());
            return SignInLayer.to(next).header(HeaderNames.SET_COOKIE, cookie.keep(ticket, call.isOverTls()));
        } catch (UnauthenticatedException | InvalidValueException | ForbiddenException refused) {
            String fault = refused instanceof InvalidValueException
                    ? "The e-mail address %s.".formatted(refused.getMessage())
                    : String.valueOf(refused.getMessage());
            return page(Status.UNAUTHORIZED_401, next, email, fault);
        }
    }

    private Reply signOut(Call call) {
        call.withoutParameters();
        Form.read(call);
        Actor nobody = call.actor();
        visitors.viewer(call)
                .ifPresent(
                        viewer -> sessions.logout(new Actor(viewer.principal(), nobody.address(), nobody.requestId())));
        return SignInLayer.to(PATH).header(HeaderNames.SET_COOKIE, SessionCookie.drop(call.isOverTls()));
    }

    private static Reply page(Status status, String next, String email, String fault) {
        return Html.personal(status, "signin", new SignInPage(Frame.open("Sign in"), next, email, fault));
    }

    /** Where to go after signing in: a page of this library, whatever the address says. */
    private static String ours(String address) {
        return address.matches("/catalogue(?:[/?][^\\\\\\s]*)?") ? address : HOME;
    }
}
