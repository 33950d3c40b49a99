// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/landing_page.h"

#include "base/encoding.h"
#include "crypto/digest.h"

namespace smartca::sandbox {

namespace {

// Colours: the tokens bg, surface, line, text, text2, primary, primaryPress, onPrimary, goldTint, goldText,
// gold, light and dark.
constexpr std::string_view pageStyle = R"(
:root{color-scheme:light dark;--bg:#F6F5F1;--surface:#FFFFFF;--line:#DEDAD0;--strong:#85827A;--text:#151A2D;--text2:#4B5164;
--primary:#1F3A7D;--press:#162B60;--on:#FFFFFF;--tag:#F7EFDB;--tagText:#735312;--gold:#B98A2F}
@media(prefers-color-scheme:dark){:root{--bg:#0D111E;--surface:#161C2D;--line:#2D3650;--strong:#76809D;--text:#F0F2F9;--text2:#B4BCD1;
--primary:#A3BBFF;--press:#C2D2FF;--on:#0B1740;--tag:#2C2618;--tagText:#EBCF90;--gold:#E0BF78}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:17px/1.5 Inter,"Noto Sans",system-ui,sans-serif}
main{max-width:480px;margin:0 auto;padding:32px 20px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:20px;padding:28px 24px;border-top:3px solid var(--gold)}
.tag{display:inline-block;background:var(--tag);color:var(--tagText);border-radius:8px;padding:4px 10px;font-size:15px;font-weight:600}
h1{font-size:26px;line-height:1.25;margin:16px 0 8px}
p{margin:0 0 14px;color:var(--text2)}
a.go,button{display:block;width:100%;min-height:56px;border-radius:14px;font-family:inherit;font-size:18px;font-weight:600;line-height:1.2;text-align:center;cursor:pointer}
a.go{background:var(--primary);color:var(--on);text-decoration:none;padding:17px;margin:20px 0 12px}
a.go:active{background:var(--press)}
button{background:transparent;color:var(--primary);border:1px solid var(--strong);margin:0 0 20px}
a:focus-visible,button:focus-visible{outline:3px solid var(--primary);outline-offset:3px}
ol{margin:0 0 14px;padding-left:24px;color:var(--text2)}
h2{font-size:18px;margin:24px 0 8px}
[hidden]{display:none!important}
.language{width:auto;min-height:48px;padding:0 20px;margin:20px auto 0;font-size:16px}
)";

// The token never leaves the fragment: it goes into the app's link or onto the clipboard, at a press of the
// person's.
constexpr std::string_view script = R"(
(function () {
    'use strict';
    var fragment = location.hash;
    var good = /^#u=[A-Za-z0-9-]{6,20}&t=[A-Za-z0-9_-]{22}$/.test(fragment);
    function all(name) { return document.querySelectorAll(name); }
    all('.found').forEach(function (part) { part.hidden = !good; });
    all('.missing').forEach(function (part) { part.hidden = good; });
    all('a.go').forEach(function (link) { if (good) link.href = 'smartca://activate' + fragment; });
    all('.copy').forEach(function (button) {
        button.addEventListener('click', function () {
            navigator.clipboard.writeText(location.href).then(function () { button.textContent = button.dataset.done; });
        });
    });
    function show(language) {
        document.documentElement.lang = language;
        all('section').forEach(function (part) { part.hidden = part.lang !== language; });
    }
    all('.language').forEach(function (button) {
        button.addEventListener('click', function () { show(button.dataset.to); });
    });
    show(/^en/i.test(navigator.language) ? 'en' : 'vi');
})();
)";

constexpr std::string_view body = R"(<main><div class="card"><span class="tag">SANDBOX – no legal value</span>
<section lang="vi">
<h1>Kích hoạt SmartCA</h1>
<div class="found">
<p>Bấm nút dưới để điền tên đăng nhập và mã vào ứng dụng. Sau đó bấm Tiếp tục trong ứng dụng.</p>
<a class="go" href="smartca://activate">Mở SmartCA</a>
<button class="copy" type="button" data-done="Đã sao chép">Sao chép liên kết</button>
</div>
<p class="missing" hidden>Liên kết này thiếu mã. Mở lại email kích hoạt rồi bấm nút Mở SmartCA, hoặc nhập mã trong email vào ứng dụng.</p>
<h2>Không thấy gì mở ra?</h2>
<ol><li>Cài ứng dụng SmartCA, rồi mở lại email và bấm nút.</li><li>Hoặc sao chép liên kết, mở ứng dụng và bấm Dán.</li></ol>
<h2>Đang dùng máy tính?</h2>
<p>Quét mã QR trong email bằng SmartCA trên điện thoại.</p>
<p>Cần hỗ trợ: <a href="tel:HOTLINE">HOTLINE</a> (miễn phí)</p>
<button class="language" type="button" data-to="en" lang="en">English</button>
</section>
<section lang="en" hidden>
<h1>Activate SmartCA</h1>
<div class="found">
<p>Press the button to fill username and code into the app. Then press Continue in the app.</p>
<a class="go" href="smartca://activate">Open SmartCA</a>
<button class="copy" type="button" data-done="Copied">Copy the link</button>
</div>
<p class="missing" hidden>This link has no code. Open the activation e-mail again and press Open SmartCA, or type the code of the e-mail into the app.</p>
<h2>Nothing opens?</h2>
<ol><li>Install the SmartCA app, then open the e-mail again and press the button.</li><li>Or copy the link, open the app and press Paste.</li></ol>
<h2>On a computer?</h2>
<p>Scan the QR code of the e-mail with SmartCA on your phone.</p>
<p>Help: <a href="tel:HOTLINE">HOTLINE</a> (free of charge)</p>
<button class="language" type="button" data-to="vi" lang="vi">Tiếng Việt</button>
</section>
</div></main>)";

std::string source(std::string_view text)
{
    return "'sha256-" + base64Encode(crypto::sha256(asBytes(text))) + "'";
}

std::string withHotline(std::string_view text, const std::string &hotline)
{
    constexpr std::string_view mark = "HOTLINE";
    std::string filled(text);
    for (auto at = filled.find(mark); at != std::string::npos; at = filled.find(mark, at + hotline.size()))
        filled.replace(at, mark.size(), hotline);
    return filled;
}

} // namespace

LandingPage landingPage(const std::string &hotline)
{
    LandingPage page;
    page.html = "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                "content=\"width=device-width, "
                "initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>SmartCA</title><style>" +
                std::string(pageStyle) + "</style></head><body>" + withHotline(body, hotline) + "<script>" +
                std::string(script) + "</script></body></html>\n";
    page.contentSecurityPolicy = "default-src 'none'; style-src " + source(pageStyle) + "; script-src " +
                                 source(script) +
                                 "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    return page;
}

} // namespace smartca::sandbox
