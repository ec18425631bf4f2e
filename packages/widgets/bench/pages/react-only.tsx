import { mount } from './mount.tsx';

mount(<p data-drawn>Nothing but React.</p>);
