using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Forms;

/// <summary>A form as its page shows it: what would be sent if somebody pressed its first button, and every field that might be.</summary>
internal sealed record SentForm(IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public const string Token = "__RequestVerificationToken";

    /// <summary>With a new operation id each time: a known one would count as done.</summary>
    public IEnumerable<KeyValuePair<string, string>> Anew() =>
        Fields.DistinctBy(f => f.Key).Select(f => f.Key == "operation" ? KeyValuePair.Create(f.Key, Guid.CreateVersion7().ToString()) : f);

    public IEnumerable<string> Names => Fields.Select(f => f.Key).Distinct();

    /// <summary>The forms on a page that are sent to this address.</summary>
    public static async Task<List<SentForm>> OnAsync(Browser browser, string page, string action) =>
        Read(await browser.ReadAsync(page), page, action);

    public static List<SentForm> Read(string html, string page, string action)
    {
        var document = new HtmlParser().ParseDocument(html);
        var root = new Uri("http://localhost" + (document.QuerySelector("base")?.GetAttribute("href") ?? page));
        return
        [
            .. document
                .QuerySelectorAll("form[method=post]")
                .OfType<IHtmlFormElement>()
                .Where(form => new Uri(root, form.GetAttribute("action") ?? page).AbsolutePath.EndsWith(action, StringComparison.Ordinal))
                .Select(form => new SentForm([
                    .. form.QuerySelectorAll("[name]").Select(f => KeyValuePair.Create(f.GetAttribute("name")!, Value(f))),
                ])),
        ];
    }

    /// <summary>The form with an unexpected value in one field, in form encoding.</summary>
    public string With(string name, string encoded) =>
        string.Join('&', Anew().Select(f => $"{Uri.EscapeDataString(f.Key)}={(f.Key == name ? encoded : Uri.EscapeDataString(f.Value))}"));

    public string Without(string name) =>
        string.Join('&', Fields.Where(f => f.Key != name).Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));

    public static HttpContent Encoded(string body)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return content;
    }

    private static string Value(AngleSharp.Dom.IElement field) =>
        field switch
        {
            IHtmlTextAreaElement text => text.DefaultValue,
            IHtmlSelectElement => "",
            _ => field.GetAttribute("value") ?? "",
        };
}
