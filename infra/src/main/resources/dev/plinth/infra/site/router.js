// Runs in CloudFront before each request for the site (runtime cloudfront-js-2.0; plain ES5, so that other engines
// run it too). Releases never change, so going from one to another is a change of this one line.
var VERSION = '@VERSION@';

function isFolder(uri) {
    return uri.charAt(uri.length - 1) === '/';
}

function isFile(uri) {
    return uri.substring(uri.lastIndexOf('/') + 1).indexOf('.') >= 0;
}

function notYet() {
    return {
        statusCode: 404,
        statusDescription: 'Not Found',
        headers: {
            'content-type': { value: 'text/plain; charset=utf-8' },
            'cache-control': { value: 'no-store' }
        },
        body: 'no site has been published yet\n'
    };
}

// CloudFront calls it by this name.
function handler(event) {
    if (VERSION === 'none') {
        return notYet();
    }
    var request = event.request;
    var uri = request.uri;
    if (isFolder(uri)) {
        uri = uri + 'index.html';
    } else if (!isFile(uri)) {
        uri = uri + '/index.html';
    }
    request.uri = '/releases/' + VERSION + uri;
    return request;
}
