using System.Globalization;
using System.Text;
using CoBuilding.Data;
using CoBuilding.Texts;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Forms;

/// <summary>
/// What a form sent, as text: the twin of <see cref="UrlValues"/>. Whatever was sent, reading it throws nothing; what cannot be read is null
/// and leaves a problem behind, so that the form comes back with words.
/// </summary>
internal sealed class PostedForm
{
    private readonly IFormCollection sent;
    private readonly List<FieldProblem> problems = [];

    private PostedForm(IFormCollection? sent)
    {
        this.sent = sent ?? FormCollection.Empty;
        if (sent is null) Problem = Wording.T("Shell.FormNotRead");
    }

    /// <summary>Why nothing of it is done: it did not arrive as a form, or it lacks its token. Null when it may be.</summary>
    public string? Problem { get; set; }

    /// <summary>The fields that could not be read, of those that have been asked for.</summary>
    public IReadOnlyList<FieldProblem> Problems => problems;

    public IFormFileCollection Files => sent.Files;

    /// <summary>Reads the request's form, once.</summary>
    public static async Task<PostedForm> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<PostedForm>() is { } read) return read;
        var form = new PostedForm(await TryAsync(context.Request));
        context.Features.Set(form);
        return form;
    }

    /// <summary>As it was typed, except that what is no character, which no database takes, has become the sign for that.</summary>
    public string? Text(string name) =>
        sent[name] is [{ } text, ..] ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD') : null;

    public Guid? Id(string name) => Read(name, UrlValues.Id(Text(name)) is { } id && id != Guid.Empty ? id : (Guid?)null);

    public T? OneOf<T>(string name) where T : struct, Enum => Read(name, UrlValues.OneOf<T>(Text(name)));

    public DateOnly? Day(string name) => Read(name, UrlValues.Day(Text(name)));

    public int? Number(string name) =>
        Read(name, int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : (int?)null);

    public bool Flag(string name) => Read(name, UrlValues.Flag(Text(name))) == true;

    /// <summary>A field of a page, as the use case's form calls it.</summary>
    public static string FieldOf(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static async Task<IFormCollection?> TryAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return null;
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception misshapen) when (misshapen is InvalidDataException or IOException or InvalidOperationException)
        {
            // Too much, too many, cut off, or no form at all.
            return null;
        }
    }

    private T? Read<T>(string name, T? value) where T : struct
    {
        if (value is null && !string.IsNullOrEmpty(Text(name)))
            problems.Add(new(FieldOf(name), Wording.T("Shell.FieldNotRead")));
        return value;
    }
}
