namespace Writ.Cli;

/// <summary>The one page of the preview: choices above, problems on the right, and the document in the browser's own viewer.</summary>
internal static class PreviewPage
{
    public const string Html = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <title>文书预览</title>
        <style>
        body { margin: 0; height: 100vh; display: grid; grid-template: auto 1fr / 1fr 24rem; font: 15px/1.5 system-ui, sans-serif; color: #1f2328; }
        header { grid-column: 1 / 3; display: flex; gap: 1rem; align-items: center; padding: .5rem 1rem; border-bottom: 1px solid #d0d7de; }
        select { font: inherit; max-width: 22rem; }
        #verdict { margin-left: auto; font-weight: 600; }
        #document { border: 0; width: 100%; height: 100%; background: #eef0f2; }
        aside { overflow: auto; padding: .75rem 1rem; border-left: 1px solid #d0d7de; }
        li { margin-bottom: .75rem; overflow-wrap: anywhere; }
        code { color: #9a3412; }
        .en { color: #57606a; }
        </style>
        </head>
        <body>
        <header>
        <label>文书 <select id="pack"></select></label>
        <label>示例 <select id="example"></select></label>
        <label>规则档案 <select id="profile"></select></label>
        <span id="verdict" role="status"></span>
        </header>
        <iframe id="document" title="文书"></iframe>
        <aside aria-label="问题"><ol id="problems"></ol></aside>
        <script>
        const at = id => document.getElementById(id), asked = new URLSearchParams(location.search);
        const query = () => new URLSearchParams([...asked].filter(([, value]) => value));
        const fill = (list, choices, chosen) => list.replaceChildren(...choices.map(c => new Option(c.label, c.id, false, c.id === chosen)));
        async function look() {
          const state = await (await fetch('/state?' + query())).json();
          for (const name of ['pack', 'example', 'profile']) if (state.packs.length) fill(at(name), state[name + 's'], state[name]);
          at('problems').replaceChildren(...state.problems.map(p => {
            const item = document.createElement('li'), place = document.createElement('code'), en = document.createElement('div');
            place.textContent = p.line ? `${p.file}(${p.line},${p.column})` : p.file;
            en.textContent = p.en; en.className = 'en';
            item.append(place, ' ' + p.code, document.createElement('br'), p.zh, en);
            return item;
          }));
          at('verdict').textContent = state.problems.length ? `${state.problems.length} 个问题` : '没有问题';
          if (state.rendered) at('document').src = `/document.pdf?${query()}&v=${Date.now()}`;
        }
        for (const name of ['pack', 'example', 'profile']) at(name).addEventListener('change', event => {
          if (name === 'pack') asked.delete('example');
          if (name !== 'profile') asked.delete('profile');
          asked.set(name, event.target.value);
          history.replaceState(null, '', '?' + query());
          look();
        });
        new EventSource('/events').onmessage = look;
        </script>
        </body>
        </html>
        """;
}
