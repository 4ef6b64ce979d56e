using System.Security.Cryptography;
using System.Text;

namespace CoBuilding.Web.Links;

/// <summary>
/// The style of the pages behind links, inside the one document, and the policy that allows just this style and withdrawn.
/// </summary>
internal static class LinkStyle
{
    private const string Css = """
        *{box-sizing:border-box}
        body{margin:0;font:112.5%/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1f1f1f;
        background:#f5f5f5;overflow-wrap:anywhere}
        header{background:#8c1c1f;color:#fff;padding:.7em 1em}main{max-width:34em;margin:0 auto;padding:1em;background:#fff;min-height:90vh}
        h1{font-size:1.35em;line-height:1.35;margin:.2em 0 .6em}h2{font-size:1.1em;line-height:1.4;margin:1.2em 0 .4em}dl{margin:1em 0}
        dt{color:#595959;font-size:.9em}dd{margin:0 0 .7em}ol{margin:0;padding-left:1.4em}.remark{white-space:pre-line}
        .status{padding:.8em 1em;border-left:5px solid;border-radius:4px;margin:0 0 1em}.status strong,.status span{display:block}
        .status span{font-size:.9em}
        .open{background:#fff7e6;border-color:#ad6800}.good{background:#f0f9eb;border-color:#237804}
        .over{background:#f0f0f0;border-color:#595959}.bad{background:#fff1f0;border-color:#a8071a}
        form{margin:0}
        button,summary,.calendar{display:block;width:100%;min-height:60px;padding:.75em 1em;border:1px solid #8c8c8c;border-radius:8px;
        background:#fff;color:#1f1f1f;font:inherit;font-weight:600;text-align:center;margin:0 0 12px;cursor:pointer;list-style:none;
        text-decoration:none}
        summary::-webkit-details-marker{display:none}summary::after{content:" ▾"}details[open]>summary::after{content:" ▴"}
        .yes,details button:not(.plain){background:#8c1c1f;border-color:#8c1c1f;color:#fff}ul{margin:0 0 .7em;padding-left:1.3em}
        h3{font-size:1em;margin:.6em 0 .2em}
        details form{padding:0 0 4px}label{display:block;margin:0 0 .6em}h2{font-size:1.1em;margin:1.2em 0 .4em}
        input,textarea,select{display:block;width:100%;min-height:52px;padding:.6em;border:1px solid #8c8c8c;border-radius:6px;
        font:inherit;background:#fff;color:inherit}input[aria-invalid]{border:2px solid #a8071a}
        .check{display:flex;gap:.6em;align-items:center}.check input{width:28px;min-height:28px;flex:none}
        .wrong{color:#a8071a;margin:-.3em 0 .8em}.by,footer{color:#595959;font-size:.9em}a{color:#8c1c1f}
        :focus-visible{outline:3px solid #1d39c4;outline-offset:2px}
        """;

    public static readonly string Element = $"<style>{Css}</style>";

    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; img-src data:; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
