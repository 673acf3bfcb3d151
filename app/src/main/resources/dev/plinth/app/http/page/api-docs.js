"use strict";

window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#swagger-ui",
    deepLinking: true,
    displayRequestDuration: true,
    docExpansion: "list",
    filter: true,
    // The token lives in this page alone, and is gone with it.
    persistAuthorization: false,
    tryItOutEnabled: true,
    // Otherwise the description would be sent to a validator on the Internet.
    validatorUrl: null,
  });
});
